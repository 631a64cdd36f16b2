package az.qalxan.strategy.timeline;

import az.qalxan.print.Ink;
import az.qalxan.print.SvgPicture;
import az.qalxan.print.SvgPicture.Box;
import az.qalxan.print.SvgPicture.Letters;
import az.qalxan.strategy.progress.StageStanding;
import java.util.Locale;

/** A sign of the picture; message key {@code timeline.key.<code>}. */
enum TimelineKey {
    RANGE,
    OPEN,
    LATE,
    TODAY,
    STAGE_OPEN,
    STAGE_PROPOSED,
    STAGE_DISPUTED,
    STAGE_REACHED;

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String onPage() {
        SvgPicture picture = new SvgPicture(30, 16, "");
        switch (this) {
            case RANGE -> picture.box(Ink.PETROL, new Box(1, 2, 28, 12));
            case OPEN -> {
                picture.box(Ink.PETROL_SOFT, new Box(1, 2, 21, 12));
                picture.line(Ink.PETROL, new Box(1, 2, 21, 0), 1.2, true);
                picture.line(Ink.PETROL, new Box(1, 14, 21, 0), 1.2, true);
                picture.path(Ink.PETROL, Ink.NONE, false, 22, 1, 29, 8, 22, 15);
            }
            case LATE -> {
                picture.box(Ink.NAR, new Box(1, 2, 19, 12));
                picture.words(Letters.of(Ink.NAR, 14).strong(), 23, 13, "!");
            }
            case TODAY -> picture.line(Ink.NAR, new Box(15, 0, 0, 16), 1.4, true);
            case STAGE_OPEN -> TimelinePicture.mark(picture, StageStanding.State.OPEN, 15, 8);
            case STAGE_PROPOSED ->
                    TimelinePicture.mark(picture, StageStanding.State.PROPOSED, 15, 8);
            case STAGE_DISPUTED ->
                    TimelinePicture.mark(picture, StageStanding.State.DISPUTED, 15, 8);
            case STAGE_REACHED -> TimelinePicture.mark(picture, StageStanding.State.REACHED, 15, 8);
        }
        return picture.onPage("plan-sign");
    }
}
