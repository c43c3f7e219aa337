"""Values, aims and goals: what is wanted, how sure the person is, how far it came."""
