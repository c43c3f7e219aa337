"""Where plans are kept: one encrypted file, in which nothing that was confirmed is ever lost."""

from planner.store.chain.head import Head
from planner.store.computer import computer_zone
from planner.store.drafts.kept import KeptBeside, KeptDraft
from planner.store.drafts.leases import Lease
from planner.store.errors import (
    AlreadyInStoreError,
    DamagedStoreError,
    DraftMovedOnError,
    EmptyPassphraseError,
    FinishStandsError,
    LongPassphraseError,
    MistypedRecoveryKeyError,
    NewerStoreError,
    NoStoreError,
    NotAStoreError,
    NotInStoreError,
    PracticeStoreError,
    SessionAlreadyOpenError,
    SessionFinishedError,
    StoreBusyError,
    StoreClosedError,
    StoreError,
    StoreExistsError,
    StoreFullError,
    StoreMovedError,
    StoreNotWritableError,
    StoreUnreachableError,
    UntypablePassphraseError,
    WrongPassphraseError,
)
from planner.store.events import Event, EventKind
from planner.store.file.backups.backups import back_up, back_up_by_rule, finish_forgetting
from planner.store.file.backups.copies import restore
from planner.store.file.keys.key import Key
from planner.store.file.keys.rekeying import change_passphrase
from planner.store.file.keys.unlocking import create_store, unlock
from planner.store.file.opening import open_in_memory, open_store
from planner.store.forgetting import Forgotten
from planner.store.people import Caseload, CaseloadRow
from planner.store.revisions import Revision
from planner.store.store import Store
from planner.store.verifying import Problem

__all__ = [
    "AlreadyInStoreError",
    "Caseload",
    "CaseloadRow",
    "DamagedStoreError",
    "DraftMovedOnError",
    "EmptyPassphraseError",
    "Event",
    "EventKind",
    "FinishStandsError",
    "Forgotten",
    "Head",
    "KeptBeside",
    "KeptDraft",
    "Key",
    "Lease",
    "LongPassphraseError",
    "MistypedRecoveryKeyError",
    "NewerStoreError",
    "NoStoreError",
    "NotAStoreError",
    "NotInStoreError",
    "PracticeStoreError",
    "Problem",
    "Revision",
    "SessionAlreadyOpenError",
    "SessionFinishedError",
    "Store",
    "StoreBusyError",
    "StoreClosedError",
    "StoreError",
    "StoreExistsError",
    "StoreFullError",
    "StoreMovedError",
    "StoreNotWritableError",
    "StoreUnreachableError",
    "UntypablePassphraseError",
    "WrongPassphraseError",
    "back_up",
    "back_up_by_rule",
    "change_passphrase",
    "computer_zone",
    "create_store",
    "finish_forgetting",
    "open_in_memory",
    "open_store",
    "restore",
    "unlock",
]
