"""The key of a store: from a passphrase or the recovery key, and how a store is opened and given another."""
