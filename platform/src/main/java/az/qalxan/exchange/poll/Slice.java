package az.qalxan.exchange.poll;

import az.qalxan.exchange.StixMoment;

/**
 * One object of a page, byte by byte as the server sent it.
 *
 * @param id its place where it has none
 * @param version empty where it has none
 * @param digest SHA-256 of its text
 */
record Slice(String id, String version, String type, byte[] text, byte[] digest) {

    private static final int ID_CHARS_MAX = 300;

    Slice {
        id =
                id.substring(0, Math.min(id.length(), ID_CHARS_MAX))
                        .replaceAll("\\p{Cntrl}", "\uFFFD");
        version = StixMoment.key(version).isPresent() ? version : "";
    }
}
