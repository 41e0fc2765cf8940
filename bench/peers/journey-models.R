# The same models by glm(), for comparison: Rscript bench/peers/journey-models.R entrants|foundation cells.csv runs
# Prints the coefficients, then the median time of glm() alone in ms, after one run to warm up.
arguments <- commandArgs(trailingOnly = TRUE)
cells <- read.csv(arguments[2])
is_entrants <- arguments[1] == "entrants"
cells$row <- factor(cells$row, levels = unique(cells$row))

model_formula <- if (is_entrants) {
  count ~ 0 + row + row:x1 + row:x2 + row:x3 + offset(log(size))
} else {
  count ~ x1 + x2 + x3 + x4 + x5 + x6 + row + offset(log(size))
}
fit <- function() {
  glm(
    model_formula,
    data = cells,
    family = quasipoisson(link = "log"),
    control = glm.control(epsilon = 1e-13, maxit = 100)
  )
}

model <- fit()
stopifnot(model$converged)
times <- replicate(as.integer(arguments[3]), system.time(fit())[["elapsed"]] * 1000)
wanted <- if (is_entrants) {
  schools <- paste0("row", levels(cells$row))
  as.vector(t(outer(schools, c("", ":x1", ":x2", ":x3"), paste0)))
} else {
  paste0("x", 1:6)
}
cat(sprintf("%.17g", coef(model)[wanted]), sep = "\n")
cat(sprintf("%.17g\n", median(times)))
