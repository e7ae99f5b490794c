"""What a text leaves unsaid: its year, its region, what kind of page it is."""
