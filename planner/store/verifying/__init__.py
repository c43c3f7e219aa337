"""Looking whether the record is as it was written: its tables, its lines, its sessions, and what stands elsewhere."""

from planner.store.verifying.everything import can_be_walked, damage, record
from planner.store.verifying.heads import Witness
from planner.store.verifying.problem import Problem

__all__ = ["Problem", "Witness", "can_be_walked", "damage", "record"]
