"""Lines, arcs and outlines in millimetres: y down, origin at the top left of the bounding box."""
