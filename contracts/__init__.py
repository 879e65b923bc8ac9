"""The published language: what services may say to each other. Stdlib only; imports no one."""
