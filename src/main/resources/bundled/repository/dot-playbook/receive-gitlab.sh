#!/bin/sh
# An issue of GitLab becomes a merge request: a webhook for issues starts a pipeline, which finds what it tells in the file
# TRIGGER_PAYLOAD. Words of strangers go from file to file; none stands in a script, in a name or in the message of a commit.
# PLAYBOOK_TOKEN may push a branch, open a merge request and answer the issue; README.md says how to make it.
set -eu
received=target/received
rm -rf "$received"
sh playbook receive "$TRIGGER_PAYLOAD" || [ -f "$received/answer.md" ]
[ -f "$received/answer.md" ] || exit 0
number=$(cat "$received/number.txt")

# What holds the token is read by git and curl from a file, so that no list of processes shows it.
secrets=$(mktemp -d)
trap 'rm -rf "$secrets"' EXIT
printf 'PRIVATE-TOKEN: %s\n' "$PLAYBOOK_TOKEN" > "$secrets/header"
# shellcheck disable=SC2016
printf '#!/bin/sh\nprintf "%%s\\n" "$PLAYBOOK_TOKEN"\n' > "$secrets/ask"
chmod 700 "$secrets/ask"

if [ -f "$received/commit.txt" ]; then
  address=$(printf '%s.git' "$CI_PROJECT_URL" | sed 's#^\(https*://\)#\1oauth2@#')
  git add content
  git -c user.name=Playbook -c user.email=playbook@localhost commit --quiet --file "$received/commit.txt"
  GIT_ASKPASS="$secrets/ask" GIT_TERMINAL_PROMPT=0 git push --quiet --force \
    -o merge_request.create \
    -o merge_request.target="$CI_DEFAULT_BRANCH" \
    -o merge_request.title="An entry from issue $number" \
    -o merge_request.description="Closes #$number." \
    -o merge_request.remove_source_branch \
    "$address" "HEAD:refs/heads/issue-$number"
fi
curl --silent --show-error --fail --output /dev/null --header "@$secrets/header" \
  --data-urlencode "body@$received/answer.md" "$CI_API_V4_URL/projects/$CI_PROJECT_ID/issues/$number/notes"
