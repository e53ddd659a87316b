package com.crewyard.recruiting.platform.work;

/**
 * Does one type of work. A bean of each type exists in every process; it is called where the worker's part is played,
 * inside the organization that the work belongs to, without a transaction.
 */
public interface WorkHandler<T> {

    WorkType<T> type();

    /**
     * Does the work, so that doing it again changes nothing: a process may die right after. Whatever it throws brings
     * it back later, after a wait that doubles up to a quarter of an hour, for as long as it takes.
     *
     * @throws NotYetException when what it needs is known to be out of reach for now
     */
    void handle(T payload);
}
