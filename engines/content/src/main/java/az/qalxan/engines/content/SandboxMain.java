package az.qalxan.engines.content;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Set;

/** The process that reads hostile bytes: it gets them through a pipe and has nothing else. */
final class SandboxMain {

    private SandboxMain() {}

    public static void main(String[] arguments) throws IOException {
        DataInputStream in =
                new DataInputStream(
                        new BufferedInputStream(new FileInputStream(FileDescriptor.in), 1 << 16));
        DataOutputStream out =
                new DataOutputStream(
                        new BufferedOutputStream(
                                new FileOutputStream(FileDescriptor.out), 1 << 16));
        System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.err), true));
        ContentLimits limits = Wire.limits(in);
        ZoneId zone = ZoneId.of(Wire.text(in, 100));
        String name = Wire.text(in, 4_096);
        long size = in.readLong();
        Set<Integer> skipped = new HashSet<>();
        for (int i = in.readInt(); i > 0; i--) {
            skipped.add(in.readInt());
        }
        boolean confined = Confinement.enter(limits.time().plus(Duration.ofSeconds(5)));
        out.writeByte(Wire.CONFINED);
        out.writeBoolean(confined);
        out.flush();
        Source source = Source.of(new PipedBytes(in, out, size));
        new Reading(limits, zone, new Told(out), skipped).file(source, name);
        out.writeByte(Wire.END);
        out.flush();
    }

    /** Says everything to the process that asked. */
    private record Told(DataOutputStream out) implements ContentSink {

        @Override
        public void begun(int number, String path) throws IOException {
            out.writeByte(Wire.BEGUN);
            out.writeInt(number);
            Wire.text(out, path);
            out.flush();
        }

        @Override
        public void part(Part part) throws IOException {
            out.writeByte(Wire.PART);
            Wire.part(out, part);
        }

        @Override
        public void moment(Moment moment) throws IOException {
            out.writeByte(Wire.MOMENT);
            Wire.moment(out, moment);
        }

        @Override
        public void thumbnail(int number, byte[] jpeg) throws IOException {
            out.writeByte(Wire.THUMBNAIL);
            out.writeInt(number);
            out.writeInt(jpeg.length);
            out.write(jpeg);
        }
    }
}
