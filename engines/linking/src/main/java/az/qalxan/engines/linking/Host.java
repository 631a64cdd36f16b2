package az.qalxan.engines.linking;

/**
 * A host name read from a text.
 *
 * @param name lower-case ASCII, internationalised labels in Punycode
 * @param end offset behind its last character in the folded text
 * @param registrable whether its ending is known
 */
record Host(String name, int end, boolean registrable) {

    String ending() {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    String firstLabel() {
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    int labels() {
        int labels = 1;
        for (int i = 0; i < name.length(); i++) {
            labels += name.charAt(i) == '.' ? 1 : 0;
        }
        return labels;
    }
}
