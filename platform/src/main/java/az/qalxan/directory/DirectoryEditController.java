package az.qalxan.directory;

import az.qalxan.access.Caller;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Requires;
import az.qalxan.web.Violation;
import az.qalxan.web.WebProblem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The forms of an organisation's page. */
@Controller
@RequestMapping("/directory/{code}")
class DirectoryEditController {

    private final OrganisationPages pages;
    private final DirectoryRights rights;
    private final PostEditing posts;
    private final ChannelEditing channels;

    DirectoryEditController(
            OrganisationPages pages,
            DirectoryRights rights,
            PostEditing posts,
            ChannelEditing channels) {
        this.pages = pages;
        this.rights = rights;
        this.posts = posts;
        this.channels = channels;
    }

    @Requires("directory:update")
    @PostMapping("/posts")
    String addPost(@PathVariable String code, PostForm form) {
        posts.add(edited(code), form.words());
        return back(code, "posts");
    }

    @Requires("directory:update")
    @PostMapping("/posts/{id}")
    String rewordPost(@PathVariable String code, @PathVariable UUID id, PostForm form) {
        posts.reword(edited(code), id, form.words());
        return back(code, "posts");
    }

    @Requires("directory:update")
    @PostMapping("/posts/{id}/end")
    String endPost(@PathVariable String code, @PathVariable UUID id) {
        posts.end(edited(code), id);
        return back(code, "posts");
    }

    @Requires("directory:update")
    @PostMapping("/posts/{id}/people")
    String namePerson(
            @PathVariable String code,
            @PathVariable UUID id,
            @RequestParam String name,
            @RequestParam LocalDate since) {
        posts.name(edited(code), id, name, since);
        return back(code, "posts");
    }

    @Requires("directory:update")
    @PostMapping("/people/{id}/end")
    String endPerson(@PathVariable String code, @PathVariable UUID id) {
        posts.endPerson(edited(code), id);
        return back(code, "posts");
    }

    @Requires("directory:update")
    @PostMapping("/channels")
    String addChannel(@PathVariable String code, ChannelForm form) {
        Organisation organisation = edited(code);
        channels.add(organisation, form.leadsTo(), form.address().openTo(form.open() != null));
        return back(code, "channels");
    }

    @Requires("directory:update")
    @PostMapping("/channels/{id}")
    String changeChannel(@PathVariable String code, @PathVariable UUID id, ChannelForm form) {
        Organisation organisation = edited(code);
        ChannelAddress address = form.address();
        channels.change(organisation, id, address.value(), address.hours());
        return back(code, "channels");
    }

    @Requires("directory:update")
    @PostMapping("/channels/{id}/check")
    String check(@PathVariable String code, @PathVariable UUID id, @RequestParam String found) {
        Organisation organisation = pages.known(code);
        Caller caller = rights.editor(organisation.code());
        ChannelStatus status =
                ChannelStatus.of(found)
                        .filter(one -> one != ChannelStatus.UNVERIFIED)
                        .orElseThrow(() -> ProblemFound.of(WebProblem.BAD_REQUEST));
        channels.check(organisation, id, status, caller);
        return back(code, "channels");
    }

    @Requires("directory:update")
    @PostMapping("/channels/{id}/end")
    String endChannel(@PathVariable String code, @PathVariable UUID id) {
        channels.end(edited(code), id);
        return back(code, "channels");
    }

    private Organisation edited(String code) {
        Organisation organisation = pages.known(code);
        rights.editor(organisation.code());
        return organisation;
    }

    private static String back(String code, String place) {
        return "redirect:/directory/" + code + "#" + place;
    }

    /** A post as its form sends it. */
    record PostForm(
            @Nullable String titleAz,
            @Nullable String titleEn,
            @Nullable String dutyAz,
            @Nullable String dutyEn) {

        PostWords words() {
            return new PostWords(text(titleAz), text(titleEn), text(dutyAz), text(dutyEn));
        }
    }

    /** A channel as its form sends it. */
    record ChannelForm(
            @Nullable String kind,
            @Nullable String value,
            @Nullable String hours,
            @Nullable UUID post,
            @Nullable String open) {

        @Nullable UUID leadsTo() {
            return post;
        }

        ChannelAddress address() {
            List<Violation> wrong = new ArrayList<>();
            Optional<ChannelAddress> read =
                    ChannelAddress.read(text(kind), text(value), text(hours), wrong);
            return read.orElseThrow(() -> ProblemFound.with(WebProblem.INVALID_INPUT, wrong));
        }
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given;
    }
}
