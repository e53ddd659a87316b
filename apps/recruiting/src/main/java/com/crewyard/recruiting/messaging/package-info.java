/**
 * Messages to candidates: templates of the organization, an outbox written with the decision that causes a message, and
 * their delivery, whose outcome everybody can see.
 */
@NullMarked
package com.crewyard.recruiting.messaging;

import org.jspecify.annotations.NullMarked;
