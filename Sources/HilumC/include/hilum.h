/*
 * libhilum: reports of chest radiographs into knowledge graphs, and scores of one report against another, for C and whatever
 * calls C. C99 or later, C++98 or later.
 *
 *     char *error = NULL;
 *     hilum *h = hilum_open(NULL, &error);
 *     if (!h) { fprintf(stderr, "%s\n", error); hilum_free(error); return 1; }
 *     const char *reference = "Small left pleural effusion.", *candidate = "Clear lungs.";
 *     char *score = hilum_score(h, reference, strlen(reference), candidate, strlen(candidate), NULL, &error);
 *     if (score) puts(score);
 *     hilum_free(score);
 *     hilum_close(h);
 *
 * What comes back is JSON on one line, UTF-8, ended by NUL, without a line feed: the bytes that the command `hilum` writes for the
 * same row, its signature included. README.md explains their members.
 *
 * Texts are UTF-8 with their length in bytes. They may hold NUL, may be blank (a blank report is a report), and NULL stands for a
 * text of length 0. More than 256 MiB are refused.
 *
 * Options are a JSON object, UTF-8 ended by NUL, or NULL for the defaults. Their names and values are those of the command's
 * options, with underscores. An option that does not exist is an error.
 *
 * Errors are values: a function that cannot answer returns NULL and, unless `error` is NULL, sets *error to a message, which names
 * no words of a report. On success *error is NULL. Nothing is printed, and no signal handler is touched.
 *
 * Memory: every char * that comes back, answer or message, belongs to the caller, who gives it to hilum_free, not to free. Inputs
 * are copied and may go when the call returns.
 *
 * Threads: any number of them may use one handle at a time, and none waits for another. A call works on the thread that makes it
 * and starts no other; it needs 128 KB of stack. After fork, the child may use the parent's handle if no other thread was in a call
 * when it was made.
 */
#ifndef HILUM_H
#define HILUM_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/* An ontology made ready for reading. Some megabytes, made in some milliseconds: make one and keep it. */
typedef struct hilum hilum;

/* The version of the library, such as "0.1.0". It is not to be freed. */
const char *hilum_version(void);

/*
 * Opens an ontology.
 * Options: "ontology", the path of a compiled one (NULL or without it: the built-in one); "with", a list of folders of tables of your
 * own, whose rows add to it.
 * Returns a handle, to be closed by hilum_close; NULL on error.
 */
hilum *hilum_open(const char *options, char **error);

/* Closes a handle, which no thread may use any more. NULL is let pass. */
void hilum_close(hilum *h);

/*
 * Reads a report into a graph, as `hilum extract`.
 * Options: "id", a text or a number (the answer begins with it; by default "1", as of the only row of a file without ids);
 * "format": "jsonl" (the default), "triples", "mesh", "chexpert" or "radgraph".
 */
char *hilum_extract(const hilum *h, const char *text, size_t length, const char *options, char **error);

/*
 * Scores a candidate report against a reference, as `hilum score`.
 * Options: "id", as above; "metrics", such as "kg,green" (by default "all"): what to compute and write. "radgraph", "temporal" and
 * "lexical" take about half of the time.
 */
char *hilum_score(
    const hilum *h, const char *reference, size_t reference_length, const char *candidate, size_t candidate_length,
    const char *options, char **error);

/*
 * Rewards the completions of a policy, as `hilum reward` answers a line. The request is JSON:
 *     {"completion": text, "solution": text}                one
 *     {"completions": [text, …], "solution": text}          a group against one solution, or with a list of as many solutions
 *     {"prediction": graph, "reference": graph}             with "graphs"
 * A request that cannot be served is answered, with {"error", "line": 1}; NULL comes back for what is wrong with the call itself: its
 * handle, length or options.
 * Options: "mode": "hilum", "chexpo" or "chexpo-f1"; "weights", such as "answer=0.5,kg=0.5,format=0"; "graphs", "advantages" and
 * "brief" (numbers without reasons): true or false; "group_size".
 */
char *hilum_reward(const hilum *h, const char *request, size_t length, const char *options, char **error);

/* Frees an answer or a message. NULL is let pass. */
void hilum_free(char *text);

#ifdef __cplusplus
}
#endif

#endif
