package com.crewyard.recruiting.parsing.internal.text;

/** A document asks for more than any resume needs; the message is a sentence for its owner. */
final class TooComplexException extends RuntimeException {
    TooComplexException(String sentence) {
        super(sentence);
    }
}
