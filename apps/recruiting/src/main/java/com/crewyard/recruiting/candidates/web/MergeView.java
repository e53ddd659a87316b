package com.crewyard.recruiting.candidates.web;

import com.crewyard.recruiting.candidates.CandidateFrame;
import com.crewyard.recruiting.candidates.Duplicate;
import com.crewyard.recruiting.candidates.MergePreview;
import java.util.Set;

/**
 * A merge about to be made.
 *
 * @param reasons why the two may be one person
 */
public record MergeView(CandidateFrame frame, MergePreview preview, Set<Duplicate.Reason> reasons) {}
