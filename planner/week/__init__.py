"""What stands in a week: doses, visits, work and routines."""
