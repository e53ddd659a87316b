package com.crewyard.deployment.pipelines;

/** What became of a webhook. */
public sealed interface PushAnswer {

    /** A run began, or had begun when the same came before. */
    record Begun(String sentence) implements PushAnswer {}

    /** It is genuine, but nothing that starts a run. */
    record Ignored(String sentence) implements PushAnswer {}

    /** Nobody who knows the secret sent it, or there is no such trigger; both look alike from outside. */
    record Refused(String sentence) implements PushAnswer {}
}
