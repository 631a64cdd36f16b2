package az.qalxan.access;

import java.util.List;

/** Recovery codes, shown this once, and where to go on. */
record RecoveryCodesPage(List<String> codes, String next) {

    RecoveryCodesPage {
        codes = List.copyOf(codes);
    }
}
