/*
 * Scores one report against another:
 *
 *     make library
 *     cc -std=c99 -I .build/release Examples/c/score.c -L .build/release -lhilum -Wl,-rpath,"$PWD/.build/release" -o score
 *     ./score "Small left pleural effusion." "Clear lungs."
 */
#include <stdio.h>
#include <string.h>

#include "hilum.h"

static int fail(char *error)
{
    fprintf(stderr, "score: %s\n", error);
    hilum_free(error);
    return 1;
}

int main(int count, char **arguments)
{
    char *error = NULL;
    char *answer;
    hilum *h;
    if (count != 3) {
        fprintf(stderr, "usage: score REFERENCE CANDIDATE\n");
        return 64;
    }
    h = hilum_open(NULL, &error);
    if (h == NULL) return fail(error);
    answer = hilum_score(
        h, arguments[1], strlen(arguments[1]), arguments[2], strlen(arguments[2]), "{\"metrics\": \"kg,factuality\"}", &error);
    if (answer != NULL) puts(answer);
    hilum_free(answer);
    hilum_close(h);
    return answer == NULL ? fail(error) : 0;
}
