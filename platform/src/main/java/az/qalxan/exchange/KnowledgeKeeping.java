package az.qalxan.exchange;

/** Keeps what is known of values; the module that owns that provides it. */
@FunctionalInterface
public interface KnowledgeKeeping {

    /** Reads from all stored objects anew what is known; gives how many versions there are. */
    long rebuild();
}
