"""The ledger keeps captures, reports, claims and events. Opening one is asked of ``counterclaim.ledger.sqlite``."""
