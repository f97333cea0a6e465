"""Refit the model of reply times: elicited priors, told delays, logs of applications."""
