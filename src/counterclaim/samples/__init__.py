"""Sample reports written for counterclaim, their index and what is planted in them. Data only."""
