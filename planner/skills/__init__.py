"""Skills for daily life: learning and practising, routines, bills and a budget."""
