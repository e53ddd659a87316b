/**
 * The files of an organization, kept by content: what was uploaded is named by its SHA-256, lies on disk or in an
 * S3-compatible store, and is there before any row speaks of it.
 */
@NullMarked
package com.crewyard.recruiting.files;

import org.jspecify.annotations.NullMarked;
