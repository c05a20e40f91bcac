#include "Assets.h"

// Another model: put its file into models/, an empty file beside it with the ending .nodes, seven lines here, then run
// the tests of ModelFiles with FULCRUM_UPDATE=1, which write the .nodes.
static const unsigned char ai_us_china_yaml[] = {
#embed "models/ai-us-china.yaml"
};
static const unsigned char ai_us_china_nodes[] = {
#embed "models/ai-us-china.nodes" if_empty(0)
};
static const unsigned char two_bakeries_yaml[] = {
#embed "models/two-bakeries.yaml"
};
static const unsigned char two_bakeries_nodes[] = {
#embed "models/two-bakeries.nodes" if_empty(0)
};
static const unsigned char airbus_boeing_yaml[] = {
#embed "models/airbus-boeing.yaml"
};
static const unsigned char airbus_boeing_nodes[] = {
#embed "models/airbus-boeing.nodes" if_empty(0)
};

#define MODEL(ID, NAME) {ID, NAME##_yaml, sizeof NAME##_yaml, NAME##_nodes, sizeof NAME##_nodes}
static const struct fulcrum_model_asset models[] = {
    MODEL("ai-us-china", ai_us_china),
    MODEL("two-bakeries", two_bakeries),
    MODEL("airbus-boeing", airbus_boeing),
};

size_t fulcrum_model_count(void) { return sizeof models / sizeof models[0]; }

struct fulcrum_model_asset fulcrum_model(size_t index) { return models[index]; }
