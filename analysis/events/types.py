"""Groups of PLOVER's types of acts that several rules share."""

SPOKEN = ("ACCUSE", "AGREE", "SUPPORT", "REQUEST", "REJECT", "THREATEN")  # done by words
PERSONAL = (*SPOKEN, "CONSULT")  # what a person may do alone
SHARED = ("CONSULT", "AGREE", "COOPERATE", "SUPPORT")  # what two do together
MUTUAL = (*SHARED, "SANCTION")  # what a verb may tell of two: they also sanction each other
FORCED = ("ASSAULT", "COERCE")  # done to somebody by force
IMPOSED = (*FORCED, "SANCTION")  # done to somebody against his will
HIT = (*IMPOSED, "RETREAT")  # done to people who are named one by one, as who is killed, charged or released
ARMED = ("ASSAULT", "MOBILIZE")  # done by those who bear arms
MEDIATION = "third-party"  # mode of talks that a third one leads for two
PLACED = ("CONSULT", "ASSAULT", "RETREAT", "MOBILIZE")  # what is done to places too
