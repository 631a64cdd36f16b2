package az.qalxan.operators;

import az.qalxan.engines.warrants.DictionaryEntry;
import az.qalxan.engines.warrants.ErrorInformation;
import az.qalxan.engines.warrants.HiMessage;
import az.qalxan.engines.warrants.HiObject;
import az.qalxan.engines.warrants.Reading;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Puts an order's present states into the objects of the message that it was read from. */
final class EtsiMerge {

    private final DataOrder order;

    EtsiMerge(DataOrder order) {
        this.order = order;
    }

    /** The objects of the source that belong to the order, in a message with a new header. */
    HiMessage into(HiMessage made, Reading.Understood source) {
        List<HiMessage.ActionRequest> actions = new ArrayList<>();
        if (source.message().body() instanceof HiMessage.Body.Request request) {
            for (HiMessage.ActionRequest action : request.actions()) {
                if (action.ask() instanceof HiMessage.Ask.Create create) {
                    add(create.object(), actions);
                }
            }
        }
        return actions.isEmpty()
                ? made
                : new HiMessage(made.header(), new HiMessage.Body.Request(List.copyOf(actions)));
    }

    private void add(HiObject object, List<HiMessage.ActionRequest> actions) {
        HiObject merged =
                switch (object) {
                    case HiObject.LdTask task -> task(task);
                    case HiObject.Authorisation authorisation -> authorisation(authorisation);
                    default -> object;
                };
        String id = object.head().id();
        if (id.equals(order.id().toString()) || id.equals(order.authorisation().toString())) {
            actions.add(
                    new HiMessage.ActionRequest(
                            BigInteger.valueOf(actions.size()), new HiMessage.Ask.Create(merged)));
        }
    }

    private HiObject.LdTask task(HiObject.LdTask task) {
        return new HiObject.LdTask(
                task.head(),
                task.reference(),
                DictionaryEntry.etsi("LDTaskStatus", order.status().code()),
                order.reason().isEmpty()
                        ? task.statusReason()
                        : ErrorInformation.of(0, order.reason()),
                task.desiredStatus(),
                task.details(),
                task.destinations(),
                task.approvals(),
                task.provider(),
                task.handlingProfile(),
                task.flags(),
                task.carried());
    }

    private HiObject.Authorisation authorisation(HiObject.Authorisation one) {
        return new HiObject.Authorisation(
                one.head(),
                one.reference(),
                one.legalType(),
                one.priority(),
                DictionaryEntry.etsi("AuthorisationStatus", order.approval().code()),
                one.desiredStatus(),
                one.timespan(),
                one.providers(),
                one.created(),
                one.served(),
                one.terminated(),
                one.approvals(),
                one.invalidReason(),
                one.flags(),
                one.manualInformation(),
                one.jurisdiction(),
                one.typeOfCase(),
                one.legalEntity(),
                one.carried());
    }
}
