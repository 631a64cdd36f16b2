package az.qalxan.evidence.intake;

import az.qalxan.engines.vault.Appending;
import az.qalxan.engines.vault.DamagedBytes;
import az.qalxan.engines.vault.Finish;
import az.qalxan.engines.vault.Intake;
import az.qalxan.engines.vault.IntakeId;
import az.qalxan.engines.vault.Vault;
import az.qalxan.engines.vault.VaultRefused;
import az.qalxan.evidence.CaseVault;
import az.qalxan.evidence.StoredBytes;
import az.qalxan.web.ProblemFound;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Takes files in: what is written down goes first, then the vault takes the bytes; what the vault
 * has is what counts. No transaction is open while bytes are written.
 */
@Component
class Intakes {

    /** How much one call digests at most before it answers how far it is. */
    private static final long DIGESTED_AT_ONCE_BYTES = 4L << 30;

    private final IntakeDesk desk;
    private final Vault vault;
    private final IntakeSettings settings;
    private final Room room;
    private final Clock clock;

    Intakes(IntakeDesk desk, Vault vault, IntakeSettings settings, Room room, Clock clock) {
        this.desk = desk;
        this.vault = vault;
        this.settings = settings;
        this.room = room;
        this.clock = clock;
    }

    /**
     * An intake that goes on or was begun.
     *
     * @param fresh whether it was begun now
     */
    record Begun(Standing standing, boolean fresh) {}

    /**
     * Begins an intake, or finds the one of the same file that goes on.
     *
     * @param alike whether the file becomes an exhibit of its own, told of as the given one
     */
    Begun begin(UUID exhibit, AnnouncedFile file, boolean alike) throws IOException {
        if (file.bytes() > settings.fileBytesMax()) {
            throw ProblemFound.of(IntakeProblem.INTAKE_TOO_LARGE, settings.fileBytesMax());
        }
        IntakeDesk.Begun begun = alike ? desk.beginLike(exhibit, file) : desk.begin(exhibit, file);
        long received = bytes(begun.known()).received();
        return new Begun(standing(begun.known(), received, 0), begun.fresh());
    }

    Standing standing(UUID id) throws IOException {
        return standing(desk.require(id));
    }

    /** Asks the vault and changes nothing there; what it does not have stands as written down. */
    Standing standing(IntakeDesk.Known known) throws IOException {
        FileIntake intake = known.intake();
        Optional<Intake> there =
                intake.open() ? vault.resume(intake.id()) : Optional.<Intake>empty();
        long received = there.isPresent() ? there.get().received() : intake.received();
        return standing(known, received, 0);
    }

    private Standing standing(IntakeDesk.Known known, long received, long digested) {
        return Standing.of(
                known.intake(),
                known.exhibit(),
                new Standing.Progress(received, digested, settings.pieceBytes()));
    }

    /** The vault's side of an intake that goes on; begun there when it was only written down. */
    private Intake bytes(IntakeDesk.Known known) throws IOException {
        IntakeId id = known.intake().id();
        Optional<Intake> there = vault.resume(id);
        if (there.isPresent()) {
            return there.get();
        }
        if (known.intake().received() > 0) {
            throw new IllegalStateException("the vault has lost the intake " + id);
        }
        try {
            return vault.begin(CaseVault.key(known.exhibit().caseNumber()), id);
        } catch (VaultRefused e) {
            throw CaseVault.told(e);
        }
    }

    /** A piece of a file. */
    record Piece(long offset, byte[] bytes) {

        long end() {
            return offset + bytes.length;
        }
    }

    /** What became of a piece: where to go on, and what was wrong with it. */
    record Taken(long received, Optional<IntakeProblem> problem) {}

    /** Takes a piece; what it answers as received would outlive a crash. */
    Taken take(IntakeDesk.Known known, Piece piece) throws IOException {
        if (!known.intake().open()) {
            throw ProblemFound.of(IntakeProblem.INTAKE_OVER);
        }
        Intake bytes = bytes(known);
        long whole = known.intake().file().bytes();
        boolean last = piece.end() == whole;
        boolean fits = piece.end() < whole && piece.end() % vault.chunkBytes() == 0;
        if (piece.offset() < 0 || !(last || fits)) {
            return wrong(bytes, IntakeProblem.INTAKE_OFFSET);
        }
        Taken taken = appended(bytes, piece);
        if (taken.problem().isEmpty()) {
            desk.received(known.intake().id(), taken.received());
        }
        return taken;
    }

    private Taken appended(Intake bytes, Piece piece) throws IOException {
        try {
            return switch (bytes.append(piece.offset(), piece.bytes())) {
                case Appending.Received(long until) -> new Taken(until, Optional.empty());
                case Appending.Gap _, Appending.Uneven _ ->
                        wrong(bytes, IntakeProblem.INTAKE_OFFSET);
                case Appending.Differs _ -> wrong(bytes, IntakeProblem.INTAKE_DIFFERS);
            };
        } catch (DamagedBytes e) {
            return wrong(bytes, IntakeProblem.INTAKE_DIFFERS);
        } catch (IOException e) {
            if (room.lacked(piece.bytes().length)) {
                throw ProblemFound.of(IntakeProblem.INTAKE_NO_ROOM);
            }
            throw e;
        }
    }

    private static Taken wrong(Intake bytes, IntakeProblem problem) throws IOException {
        return new Taken(bytes.received(), Optional.of(problem));
    }

    /**
     * Ends an intake whose bytes are all there, or goes a step towards it when many are to be
     * digested.
     *
     * @param sha256 what the sender's file has; empty when the sender does not know
     */
    Standing finish(UUID id, String sha256) throws IOException {
        IntakeDesk.Known known = desk.mine(id);
        if (!known.intake().open()) {
            return standing(known);
        }
        Intake bytes = bytes(known);
        long received = bytes.received();
        if (received < known.intake().file().bytes()) {
            throw ProblemFound.of(IntakeProblem.INTAKE_INCOMPLETE, received);
        }
        long digested = bytes.digest(DIGESTED_AT_ONCE_BYTES);
        if (digested < received) {
            return standing(known, received, digested);
        }
        IntakeDesk.Known ended =
                switch (bytes.finish(sha256)) {
                    case Finish.Stored stored -> desk.stored(known, told(known, stored));
                    case Finish.Spoiled _ -> desk.ended(known, IntakeState.SPOILED);
                    case Finish.Different _ -> desk.ended(known, IntakeState.DIFFERENT);
                };
        vault.drop(known.intake().id());
        return standing(ended, received, received);
    }

    private StoredBytes told(IntakeDesk.Known known, Finish.Stored stored) {
        return new StoredBytes(
                stored.id(), known.intake().file().name(), stored.digests(), clock.instant());
    }

    /** Gives an intake up. */
    Standing drop(UUID id) throws IOException {
        IntakeDesk.Known ended = desk.ended(desk.mine(id), IntakeState.DROPPED);
        vault.drop(ended.intake().id());
        return standing(ended);
    }
}
