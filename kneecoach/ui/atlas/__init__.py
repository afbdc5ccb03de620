"""The drawing of the back of the knee: layers, structures that light up, and their labels."""
