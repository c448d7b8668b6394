"""Pure folds over answers: how items and tests did."""
