package az.qalxan.engines.evtx;

/** A piece of binary XML, compiled once and written for every record that uses it. */
sealed interface Content permits Element, Literal, Slot, Instruction, Nested {}
