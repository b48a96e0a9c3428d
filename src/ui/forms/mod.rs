//! Inputs for values of every kind, chosen by the field catalogue.
