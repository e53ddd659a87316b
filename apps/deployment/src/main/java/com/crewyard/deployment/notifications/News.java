package com.crewyard.deployment.notifications;

import com.crewyard.hosting.spec.AppSpec.Notification.Event;
import java.util.Optional;

/**
 * Something that happened in an environment.
 *
 * @param rollout in which it happened
 * @param release its number
 * @param sentence for people, without the environment
 * @param once what is told once only, however often it is found
 */
public record News(
        Event event,
        Optional<Long> rollout,
        Optional<Integer> release,
        String actor,
        String sentence,
        Optional<String> once) {}
