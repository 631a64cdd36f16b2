package az.qalxan.engines.evtx;

/** The types of values in binary XML, as their bytes are (MS-EVEN6 §2.2.12). */
final class ValueType {

    static final int NULL = 0x00;
    static final int STRING = 0x01;
    static final int ANSI_STRING = 0x02;
    static final int INT_8 = 0x03;
    static final int UINT_8 = 0x04;
    static final int INT_16 = 0x05;
    static final int UINT_16 = 0x06;
    static final int INT_32 = 0x07;
    static final int UINT_32 = 0x08;
    static final int INT_64 = 0x09;
    static final int UINT_64 = 0x0a;
    static final int REAL_32 = 0x0b;
    static final int REAL_64 = 0x0c;
    static final int BOOL = 0x0d;
    static final int BINARY = 0x0e;
    static final int GUID = 0x0f;
    static final int SIZE = 0x10;
    static final int FILE_TIME = 0x11;
    static final int SYSTEM_TIME = 0x12;
    static final int SID = 0x13;
    static final int HEX_32 = 0x14;
    static final int HEX_64 = 0x15;
    static final int HANDLE = 0x20;
    static final int BINARY_XML = 0x21;
    static final int EVENT_XML = 0x23;

    private static final int ARRAY = 0x80;

    private ValueType() {}

    static boolean array(int type) {
        return (type & ARRAY) != 0;
    }

    static int ofItem(int type) {
        return type & ~ARRAY;
    }

    /** Bytes of a value whose length does not vary; 0 for the others. */
    static int fixedBytes(int type) {
        return switch (type) {
            case INT_8, UINT_8 -> 1;
            case INT_16, UINT_16 -> 2;
            case INT_32, UINT_32, REAL_32, BOOL, HEX_32 -> 4;
            case INT_64, UINT_64, REAL_64, FILE_TIME, HEX_64 -> 8;
            case GUID, SYSTEM_TIME -> 16;
            default -> 0;
        };
    }
}
