"""Who is looked after here, and by which agency."""
