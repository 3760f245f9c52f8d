"""Which coded reports (rows that coders made of reports) tell of one event: candidates, declared features with learnt
weights and printable reasons, careful grouping. Ids are never looked at.
"""
