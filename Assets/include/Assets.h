#pragma once
#include <stddef.h>

/// A model compiled into the program: the file a reader gets, and the same as nodes for a quick start.
struct fulcrum_model_asset {
  const char *id;
  const unsigned char *yaml;
  size_t yaml_count;
  const unsigned char *nodes;
  size_t nodes_count;
};

size_t fulcrum_model_count(void);
/// `index` from 0, below the count.
struct fulcrum_model_asset fulcrum_model(size_t index);
