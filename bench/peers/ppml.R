# The same model by glm(), for comparison: Rscript bench/peers/ppml.R flows.csv runs
# Prints the coefficients of the covariates, then the median time of glm() alone in ms, after one run to warm up.
arguments <- commandArgs(trailingOnly = TRUE)
pairs <- read.csv(arguments[1])
pairs$origin <- factor(pairs$origin)
pairs$destination <- factor(pairs$destination)

fit <- function() {
  glm(
    flow ~ x1 + x2 + x3 + origin + destination,
    data = pairs,
    family = quasipoisson(link = "log"),
    control = glm.control(epsilon = 1e-13, maxit = 100)
  )
}

model <- fit()
stopifnot(model$converged)
times <- replicate(as.integer(arguments[2]), system.time(fit())[["elapsed"]] * 1000)
cat(sprintf("%.17g", coef(model)[c("x1", "x2", "x3")]), sep = "\n")
cat(sprintf("%.17g\n", median(times)))
