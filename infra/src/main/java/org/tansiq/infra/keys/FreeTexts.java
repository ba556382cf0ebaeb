package org.tansiq.infra.keys;

import static java.util.Map.entry;

import java.util.Map;

/**
 * Which parts of events are texts that people write; they are sealed. A part of an event that is a text must stand here on
 * one side or the other, or a test fails.
 */
final class FreeTexts {
    /** What a text is, and so what stands for it when it is gone. */
    enum Shape {
        /** In languages. */
        TEXT('t', "{}", "{\"ar\":\"[مُحي]\",\"en\":\"[erased]\"}", "{\"*\":", "}"),
        /** Of strings. */
        LIST('l', "[]", "[]", "[", "]"),
        STRING('s', "null", "null", "", "");

        private final char mark;
        private final String empty;
        private final String erased;
        private final String before;
        private final String after;

        Shape(char mark, String empty, String erased, String before, String after) {
            this.mark = mark;
            this.empty = empty;
            this.erased = erased;
            this.before = before;
            this.after = after;
        }

        char mark() {
            return mark;
        }

        /** As it is written where nothing was; there is nothing to seal. */
        String empty() {
            return empty;
        }

        /** As it is read when its key was destroyed. */
        String erased() {
            return erased;
        }

        /** A value of this shape that has nothing but this string in it. */
        String around(String string) {
            return before + string + after;
        }
    }

    /** By event and by property, with a dot where one lies in another. Last names differ within an event. */
    static final Map<String, Map<String, Shape>> SEALED = Map.ofEntries(
            entry("members.CoalitionFounded", Map.of("purpose", Shape.TEXT)),
            entry("members.RemovalProposed", Map.of("reason", Shape.TEXT)),
            entry("members.RulesProposed", Map.of("rules", Shape.TEXT)),
            entry("members.RulesAgreed", Map.of("rules", Shape.TEXT)),
            entry("members.JoinRequested", Map.of("message", Shape.TEXT)),
            entry("tasks.TaskOpened", Map.of("title", Shape.TEXT, "needed", Shape.TEXT)),
            entry("tasks.TaskCancelled", Map.of("reason", Shape.TEXT)),
            entry(
                    "actions.ActionScheduled",
                    Map.of(
                            "title",
                            Shape.TEXT,
                            "venue.name",
                            Shape.TEXT,
                            "hashtags",
                            Shape.LIST,
                            "organizedBy",
                            Shape.STRING)),
            entry("actions.ActionRescheduled", Map.of("title", Shape.TEXT, "venue.name", Shape.TEXT)),
            entry("actions.ActionCancelled", Map.of("message", Shape.TEXT)),
            entry("actions.FindingAcknowledged", Map.of("reason", Shape.TEXT)),
            entry("actions.FindingSaidDifferent", Map.of("reason", Shape.TEXT)),
            entry(
                    "actions.SynchronizedCalled",
                    Map.of("title", Shape.TEXT, "hashtags", Shape.LIST, "words", Shape.TEXT, "needs", Shape.TEXT)),
            entry("actions.CallAnswered", Map.of("message", Shape.TEXT)),
            entry("actions.CityReported", Map.of("media", Shape.LIST)),
            entry("resources.ResourceOffered", Map.of("title", Shape.TEXT, "details", Shape.TEXT)),
            entry("campaigns.HashtagRetired", Map.of("reason", Shape.TEXT)),
            entry(
                    "sessions.SessionAnnounced",
                    Map.of("sitting.body", Shape.TEXT, "sitting.title", Shape.TEXT, "sitting.place", Shape.TEXT)),
            entry(
                    "sessions.SessionMoved",
                    Map.of("sitting.body", Shape.TEXT, "sitting.title", Shape.TEXT, "sitting.place", Shape.TEXT)),
            entry("sessions.SessionCancelled", Map.of("message", Shape.TEXT)),
            entry("permits.PermitReported", Map.of("note", Shape.TEXT)));

    private FreeTexts() {}
}
