/* What takes a shell's place: the leader of the session, which outlives the program. */
#pragma once
#include "PseudoTerminal.h"
#include <sys/types.h>

typedef struct { pid_t pid; int state, number; } leader_report;
enum { LEADER_FOREGROUND = 'f', LEADER_BACKGROUND = 'b' };

/* Runs in a forked child; never returns. Commands come from one descriptor, reports go to the other. */
_Noreturn void leader_run(const pt_options *options, int terminal, int commands, int reports);
