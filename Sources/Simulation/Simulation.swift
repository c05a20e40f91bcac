// The sampler's public face comes with the Simulation module.
