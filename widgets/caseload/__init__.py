"""The first page: who is looked after, adding somebody, a contact, the agency."""
