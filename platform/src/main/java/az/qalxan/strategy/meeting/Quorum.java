package az.qalxan.strategy.meeting;

/** How many voting seats are there, of how many, and how many must be. */
record Quorum(int present, int voting, int needed) {

    boolean held() {
        return voting > 0 && present >= needed;
    }
}
