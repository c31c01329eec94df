"""What the vectors are made of: every input fixed, so that the files never change by themselves."""
