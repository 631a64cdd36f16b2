package az.qalxan.evidence.dossier;

import az.qalxan.engines.vault.Appending;
import az.qalxan.engines.vault.Intake;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.Arrays;

/** Lets a writer that knows nothing of the vault write into it, in pieces that the vault takes. */
final class VaultChannel implements WritableByteChannel {

    private final Intake intake;
    private final byte[] piece;
    private int filled;
    private long sent;
    private boolean open = true;

    VaultChannel(Intake intake, int pieceBytes) {
        this.intake = intake;
        this.piece = new byte[pieceBytes];
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        int all = source.remaining();
        while (source.hasRemaining()) {
            int count = Math.min(source.remaining(), piece.length - filled);
            source.get(piece, filled, count);
            filled += count;
            if (filled == piece.length) {
                send(piece);
            }
        }
        return all;
    }

    private void send(byte[] bytes) throws IOException {
        if (!(intake.append(sent, bytes) instanceof Appending.Received)) {
            throw new IOException("the vault does not take what follows byte " + sent);
        }
        sent += bytes.length;
        filled = 0;
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    /** Sends what is left. */
    @Override
    public void close() throws IOException {
        if (open) {
            open = false;
            if (filled > 0) {
                send(Arrays.copyOf(piece, filled));
            }
        }
    }
}
