package az.qalxan.command;

import java.util.ArrayList;
import java.util.List;

/** Finds the outermost JSON objects in bytes, however they are separated. */
final class JsonObjects {

    private JsonObjects() {}

    /** Of each object where it begins and where it ends; one that does not end is left out. */
    static List<int[]> in(byte[] bytes) {
        List<int[]> objects = new ArrayList<>();
        int depth = 0;
        int begin = 0;
        boolean quoted = false;
        for (int i = 0; i < bytes.length; i++) {
            byte b = bytes[i];
            if (quoted) {
                if (b == '\\') {
                    i++;
                } else if (b == '"') {
                    quoted = false;
                }
            } else if (b == '"') {
                quoted = true;
            } else if (b == '{' && depth++ == 0) {
                begin = i;
            } else if (b == '}' && depth > 0 && --depth == 0) {
                objects.add(new int[] {begin, i + 1});
            }
        }
        return objects;
    }
}
