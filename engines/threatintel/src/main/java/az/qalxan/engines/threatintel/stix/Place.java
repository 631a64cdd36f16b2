package az.qalxan.engines.threatintel.stix;

import org.jspecify.annotations.Nullable;

/** Where a value stands, told only when somebody asks. The whole has no parent. */
record Place(@Nullable Place parent, String name, int index) {

    static final Place WHOLE = new Place(null, "", -1);

    Place member(String member) {
        return new Place(this, member, -1);
    }

    Place element(int element) {
        return new Place(this, "", element);
    }

    String pointer() {
        if (parent == null) {
            return "";
        }
        String step = index >= 0 ? Integer.toString(index) : escaped(name);
        return parent.pointer() + '/' + step;
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
